-- Tallies by the hour and by the UTC day (docs/decisions/030). A cell with few people stands under carrier 0.
CREATE TABLE "tally_hour" (
    "service_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" SMALLINT NOT NULL,
    "carrier_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "arrived" INTEGER NOT NULL DEFAULT 0,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "reporters" INTEGER NOT NULL DEFAULT 0,
    "evidence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tally_hour_pkey" PRIMARY KEY ("service_id","at","channel","carrier_id","region_id"),
    CONSTRAINT "tally_hour_counts_check" CHECK ("missing" >= 0 AND "late" >= 0 AND "rejected" >= 0 AND "blocked" >= 0 AND "arrived" >= 0 AND "repeats" >= 0 AND "reporters" >= 0 AND "evidence" >= 0)
);

CREATE TABLE "tally_day" (
    "service_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" SMALLINT NOT NULL,
    "carrier_id" INTEGER NOT NULL,
    "region_id" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL DEFAULT 0,
    "late" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "blocked" INTEGER NOT NULL DEFAULT 0,
    "arrived" INTEGER NOT NULL DEFAULT 0,
    "repeats" INTEGER NOT NULL DEFAULT 0,
    "reporters" INTEGER NOT NULL DEFAULT 0,
    "evidence" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tally_day_pkey" PRIMARY KEY ("service_id","at","channel","carrier_id","region_id"),
    CONSTRAINT "tally_day_counts_check" CHECK ("missing" >= 0 AND "late" >= 0 AND "rejected" >= 0 AND "blocked" >= 0 AND "arrived" >= 0 AND "repeats" >= 0 AND "reporters" >= 0 AND "evidence" >= 0)
);

-- How far tallies are folded into hours, and before when their five minutes are forgotten.
CREATE TABLE "folding" (
    "id" INTEGER NOT NULL,
    "folded_until" TIMESTAMPTZ(3) NOT NULL,
    "forgotten_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "folding_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "folding_one_row_check" CHECK ("id" = 1),
    CONSTRAINT "folding_order_check" CHECK ("forgotten_until" <= "folded_until")
);
INSERT INTO "folding" ("id", "folded_until", "forgotten_until") VALUES (1, '1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z');
