-- The house: nouns, ground and what is derived from it. Written by hand where Prisma has no words (partitions, CHECKs,
-- partial indexes). PostgreSQL 15 and newer.

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('sms', 'call', 'email', 'push', 'authenticator', 'messenger', 'backup', 'key');

-- CreateEnum
CREATE TYPE "symptom" AS ENUM ('missing', 'late', 'rejected', 'blocked', 'arrived');

-- CreateEnum
CREATE TYPE "flow" AS ENUM ('sign-up', 'log-in', 'recovery', 'settings', 'export');

-- CreateEnum
CREATE TYPE "carrier_kind" AS ENUM ('mobile', 'mailbox');

-- CreateEnum
CREATE TYPE "incident_state" AS ENUM ('suspected', 'confirmed', 'resolved', 'dismissed');

-- CreateEnum
CREATE TYPE "confirmer" AS ENUM ('crowd', 'moderator');

-- CreateEnum
CREATE TYPE "cause" AS ENUM ('service', 'carrier', 'region', 'shared-sender', 'undetermined');

-- CreateEnum
CREATE TYPE "author" AS ENUM ('watch', 'moderator', 'vendor');

-- CreateEnum
CREATE TYPE "stance_value" AS ENUM ('silent', 'denied', 'partly_acknowledged', 'admitted', 'fixed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'moderator', 'admin');

-- CreateTable
CREATE TABLE "service" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "aliases" TEXT[],
    "channels" "channel"[],
    "help_url" TEXT,

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "carrier_kind" NOT NULL,
    "country" CHAR(2),
    "parent_key" TEXT,
    "aliases" TEXT[],

    CONSTRAINT "carrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent" TEXT,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report" (
    "service_id" INTEGER NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "channel" "channel" NOT NULL,
    "symptom" "symptom" NOT NULL,
    "flow" "flow",
    "carrier_id" INTEGER NOT NULL DEFAULT 0,
    "region_id" INTEGER NOT NULL DEFAULT 0,
    "waited_seconds" INTEGER,
    "tried_minutes_ago" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,
    "reporter_key" BYTEA NOT NULL,
    "network_key" BYTEA NOT NULL,
    "origin_country" CHAR(2),
    "counted" BOOLEAN NOT NULL,
    "evidence" BOOLEAN NOT NULL,
    "weight_reason" TEXT,
    "repeat_of" UUID,
    "supersedes" UUID,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "report_pkey" PRIMARY KEY ("service_id","id"),
    CONSTRAINT "report_waited_seconds_check" CHECK ("waited_seconds" BETWEEN 0 AND 604800),
    CONSTRAINT "report_tried_minutes_ago_check" CHECK ("tried_minutes_ago" BETWEEN 0 AND 1440),
    CONSTRAINT "report_note_check" CHECK (length("note") <= 280),
    CONSTRAINT "report_evidence_check" CHECK (NOT "evidence" OR ("counted" AND "symptom" <> 'arrived')),
    CONSTRAINT "report_weight_reason_check" CHECK ("weight_reason" IN ('repeat', 'reporter', 'network', 'hosting'))
) PARTITION BY RANGE ("id");

-- Catches what no day's partition takes, the leader empties it before it creates that day.
CREATE TABLE "report_rest" PARTITION OF "report" DEFAULT;

-- CreateTable
CREATE TABLE "reporter_claim" (
    "service_id" INTEGER NOT NULL,
    "reporter_key" BYTEA NOT NULL,
    "channel" SMALLINT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "first_report_id" UUID,
    "report_id" UUID,
    "counted_at" TIMESTAMPTZ(3),
    "symptom" "symptom",
    "carrier_id" INTEGER NOT NULL DEFAULT 0,
    "region_id" INTEGER NOT NULL DEFAULT 0,
    "evidence_at" TIMESTAMPTZ(3),

    CONSTRAINT "reporter_claim_pkey" PRIMARY KEY ("service_id","reporter_key","channel")
);

-- CreateTable
CREATE TABLE "network_claim" (
    "service_id" INTEGER NOT NULL,
    "network_key" BYTEA NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence_at" TIMESTAMPTZ(3),
    "evidence_before_at" TIMESTAMPTZ(3),

    CONSTRAINT "network_claim_pkey" PRIMARY KEY ("service_id","network_key")
);

-- CreateTable
CREATE TABLE "tally" (
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

    CONSTRAINT "tally_pkey" PRIMARY KEY ("service_id","at","channel","carrier_id","region_id"),
    CONSTRAINT "tally_counts_check" CHECK ("missing" >= 0 AND "late" >= 0 AND "rejected" >= 0 AND "blocked" >= 0 AND "arrived" >= 0 AND "repeats" >= 0 AND "reporters" >= 0 AND "evidence" >= 0)
) WITH (fillfactor = 70);

-- CreateTable
CREATE TABLE "idempotency" (
    "key" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "answer" JSON,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "salt" (
    "day" DATE NOT NULL,
    "secret" BYTEA NOT NULL,

    CONSTRAINT "salt_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "tick" (
    "id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" UUID NOT NULL,
    "service_id" INTEGER,
    "slice" JSONB NOT NULL,
    "slice_key" TEXT NOT NULL,
    "state" "incident_state" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "cause" "cause" NOT NULL DEFAULT 'undetermined',
    "title" TEXT NOT NULL,
    "campaign" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by" "confirmer",
    "dismissed_at" TIMESTAMPTZ(3),
    "dismissed_reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "incident_confirmed_check" CHECK (("confirmed_at" IS NULL) = ("confirmed_by" IS NULL)),
    CONSTRAINT "incident_dismissed_check" CHECK (("state" <> 'dismissed') OR ("dismissed_at" IS NOT NULL AND "dismissed_reason" IS NOT NULL)),
    CONSTRAINT "incident_resolved_check" CHECK (("state" <> 'resolved') OR ("ended_at" IS NOT NULL)),
    CONSTRAINT "incident_order_check" CHECK ("ended_at" >= "started_at" AND "closed_at" >= "started_at")
);

-- One incident covers a slice at a time, however many watches look, "closed" is when the slice is back at its baseline.
CREATE UNIQUE INDEX "incident_covers_slice" ON "incident" ("service_id", "slice_key") NULLS NOT DISTINCT WHERE "closed_at" IS NULL;
CREATE INDEX "incident_covering" ON "incident" ("service_id") WHERE "closed_at" IS NULL;

-- CreateTable
CREATE TABLE "incident_update" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" "author" NOT NULL,
    "user_id" TEXT,
    "state" "incident_state" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "incident_update_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "slice" JSONB NOT NULL,
    "window_minutes" INTEGER NOT NULL,
    "observed" INTEGER NOT NULL,
    "expected" DOUBLE PRECISION NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "networks" INTEGER NOT NULL,
    "arrived" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    "runner_up" JSONB,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stance" (
    "id" UUID NOT NULL,
    "incident_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "value" "stance_value" NOT NULL,
    "url" TEXT,
    "by" TEXT NOT NULL,

    CONSTRAINT "stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT NOT NULL,
    "email_verified" TIMESTAMP(3),
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'reader',

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "session_token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_token" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "verification_token_pkey" PRIMARY KEY ("identifier","token")
);

-- CreateIndex
CREATE UNIQUE INDEX "service_slug_key" ON "service"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_key_key" ON "carrier"("key");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE INDEX "reporter_claim_touched_at_idx" ON "reporter_claim"("touched_at");

-- CreateIndex
CREATE INDEX "network_claim_touched_at_idx" ON "network_claim"("touched_at");

-- CreateIndex
CREATE INDEX "idempotency_at_idx" ON "idempotency"("at");

-- CreateIndex
CREATE INDEX "incident_opened_at_idx" ON "incident"("opened_at");

-- CreateIndex
CREATE INDEX "incident_update_incident_id_at_idx" ON "incident_update"("incident_id", "at");

-- CreateIndex
CREATE INDEX "verdict_incident_id_at_idx" ON "verdict"("incident_id", "at");

-- CreateIndex
CREATE INDEX "stance_incident_id_at_idx" ON "stance"("incident_id", "at");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_provider_account_id_key" ON "account"("provider", "provider_account_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_session_token_key" ON "session"("session_token");

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "service"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_update" ADD CONSTRAINT "incident_update_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

