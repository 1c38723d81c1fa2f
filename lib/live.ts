// Who is looking, and what changed? (contract; filled in below)
export type Live = {
	/** Says that what the public is told of these services may have changed. */
	publish(serviceIds: readonly number[]): void;
};
