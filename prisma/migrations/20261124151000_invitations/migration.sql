-- An address that may become a moderator or an admin by signing in once. Open: neither accepted nor withdrawn nor expired.
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitation_email_lower_check" CHECK ("email" = lower("email")),
    CONSTRAINT "invitation_role_check" CHECK ("role" <> 'reader'),
    CONSTRAINT "invitation_end_check" CHECK ("accepted_at" IS NULL OR "withdrawn_at" IS NULL)
);

ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One address is invited once at a time, and inviting again renews.
CREATE UNIQUE INDEX "invitation_open_once" ON "invitation" ("email") WHERE "accepted_at" IS NULL AND "withdrawn_at" IS NULL;
