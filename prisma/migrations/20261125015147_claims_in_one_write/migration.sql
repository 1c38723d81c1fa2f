-- A person's claims on a service become one row, and every writer moves its version: a batch that reads, counts and then
-- writes finds out when another was there in between. No index on touched_at: it would be written with every claim, and
-- is read once an hour.
DROP INDEX "network_claim_touched_at_idx";

ALTER TABLE "network_claim" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "reporter_claim_by_service" (
    "service_id" INTEGER NOT NULL,
    "reporter_key" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence_at" TIMESTAMPTZ(3),
    "claims" JSON NOT NULL
);

-- Channel 0 stood for "any channel". A channel's number is its place in the vocabulary.
INSERT INTO "reporter_claim_by_service" ("service_id", "reporter_key", "version", "touched_at", "evidence_at", "claims")
SELECT "service_id", "reporter_key", 0, max("touched_at"), max("evidence_at") FILTER (WHERE "channel" = 0),
    coalesce(
        json_object_agg(
            (enum_range(NULL::"channel"))["channel"],
            json_build_object(
                'firstReportId', "first_report_id", 'reportId', "report_id", 'countedAt', "counted_at", 'symptom', "symptom",
                'carrierId', nullif("carrier_id", 0), 'regionId', "region_id", 'evidenceAt', "evidence_at"
            )
        ) FILTER (WHERE "channel" > 0 AND "report_id" IS NOT NULL),
        '{}'
    )
FROM "reporter_claim"
GROUP BY "service_id", "reporter_key";

DROP TABLE "reporter_claim";

ALTER TABLE "reporter_claim_by_service" RENAME TO "reporter_claim";

ALTER TABLE "reporter_claim" ADD CONSTRAINT "reporter_claim_pkey" PRIMARY KEY ("service_id", "reporter_key");
