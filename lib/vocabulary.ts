// The words of a report, apart from the schema that reads them: browsers need these and not that.

export const channels = ["sms", "call", "email", "push", "authenticator", "messenger", "backup", "key"] as const;
export type Channel = (typeof channels)[number];

export const symptoms = ["missing", "late", "rejected", "blocked", "arrived"] as const;
export type Symptom = (typeof symptoms)[number];

export const flows = ["sign-up", "log-in", "recovery", "settings", "export"] as const;
export type Flow = (typeof flows)[number];
