-- A service that people suggested, held until a moderator lists or declines it. Listed: held_at IS NULL.
ALTER TABLE "service" ADD COLUMN "suggested_at" TIMESTAMPTZ(3);
ALTER TABLE "service" ADD COLUMN "held_at" TIMESTAMPTZ(3);
ALTER TABLE "service" ADD COLUMN "declined_at" TIMESTAMPTZ(3);
ALTER TABLE "service" ADD CONSTRAINT "service_held_was_suggested" CHECK ("held_at" IS NULL OR "suggested_at" IS NOT NULL);
ALTER TABLE "service" ADD CONSTRAINT "service_declined_is_held" CHECK ("declined_at" IS NULL OR "held_at" IS NOT NULL);
CREATE UNIQUE INDEX "service_suggested_once" ON "service" ("domain") WHERE "suggested_at" IS NOT NULL;
