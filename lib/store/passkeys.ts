// Which passkeys does a person have? next-auth wants two rows for each, an `account` and an `authenticator`: they are
// made and removed together, with the audit's row, in one transaction. Absent: whether a deed is allowed.
import { type Doer, noteOwn } from "./audit";
import { inTransaction, type Pool, readClock } from "./pool";

const PROVIDER = "passkey";
/** Where spent challenges stand among the tokens: no address has a blank in it, so it is nobody's link. */
const SPENT = "spent challenge";
/** next-auth takes a challenge for this long. */
const CHALLENGE_KEPT_MS = 15 * 60_000;

/** As next-auth's adapter names it, and what its owner tells it by. */
export type NewPasskey = {
	credentialID: string;
	providerAccountId: string;
	credentialPublicKey: string;
	counter: number;
	credentialDeviceType: string;
	credentialBackedUp: boolean;
	transports?: string | null | undefined;
	device: string;
};

export type PasskeyRow = { id: string; device: string; isBackedUp: boolean; addedAt: Date; lastUsedAt: Date | null };

/** The person's own, oldest first. */
export async function listPasskeys(pool: Pool, userId: string): Promise<readonly PasskeyRow[]> {
	const { rows } = await pool.query<PasskeyRow>(
		`SELECT credential_id AS id, device, credential_backed_up AS "isBackedUp", added_at AS "addedAt", last_used_at AS "lastUsedAt"
		 FROM authenticator WHERE user_id = $1 ORDER BY added_at, credential_id`,
		[userId],
	);
	return rows;
}

/** Adds one, unless `passkeysMax` are there. A credential that is known already is a fault: browsers make each anew. */
export async function addPasskey(pool: Pool, passkey: NewPasskey, doer: Doer, passkeysMax: number): Promise<"done" | "full"> {
	return inTransaction(pool, async (connection) => {
		await connection.query(`SELECT FROM "user" WHERE id = $1 FOR UPDATE`, [doer.userId]);
		const { rowCount } = await connection.query("SELECT FROM authenticator WHERE user_id = $1", [doer.userId]);
		if ((rowCount ?? 0) >= passkeysMax) return "full";
		const at = await readClock(connection);
		await connection.query(
			`INSERT INTO account (id, user_id, type, provider, provider_account_id) VALUES (gen_random_uuid()::text, $1, 'webauthn', $2, $3)`,
			[doer.userId, PROVIDER, passkey.providerAccountId],
		);
		await connection.query(
			`INSERT INTO authenticator (user_id, credential_id, provider_account_id, credential_public_key, counter,
			   credential_device_type, credential_backed_up, transports, device, added_at)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			[
				doer.userId,
				passkey.credentialID,
				passkey.providerAccountId,
				passkey.credentialPublicKey,
				passkey.counter,
				passkey.credentialDeviceType,
				passkey.credentialBackedUp,
				passkey.transports ?? null,
				passkey.device,
				at,
			],
		);
		await noteOwn(connection, "add-passkey", { device: passkey.device }, doer);
		return "done";
	});
}

/** Removes one of the doer's own; false when it is not theirs, or gone. */
export async function removePasskey(pool: Pool, id: string, doer: Doer): Promise<boolean> {
	return inTransaction(pool, async (connection) => {
		const { rows } = await connection.query<{ device: string; account: string }>(
			"DELETE FROM authenticator WHERE user_id = $1 AND credential_id = $2 RETURNING device, provider_account_id AS account",
			[doer.userId, id],
		);
		const [removed] = rows;
		if (!removed) return false;
		await connection.query("DELETE FROM account WHERE user_id = $1 AND provider = $2 AND provider_account_id = $3", [
			doer.userId,
			PROVIDER,
			removed.account,
		]);
		await noteOwn(connection, "remove-passkey", { device: removed.device }, doer);
		return true;
	});
}

/** True once for each challenge, in all processes: a second answer to it is a copy of the first. */
export async function spendChallenge(pool: Pool, challenge: string): Promise<boolean> {
	const { rowCount } = await pool.query(
		`INSERT INTO verification_token (identifier, token, expires)
		 VALUES ($1, $2, ($3::timestamptz AT TIME ZONE 'UTC')) ON CONFLICT (identifier, token) DO NOTHING`,
		[SPENT, challenge, new Date((await readClock(pool)).getTime() + CHALLENGE_KEPT_MS)],
	);
	return rowCount === 1;
}
