-- Who was told what of which incident, once, and who wants to be told at all.
CREATE TYPE "alert_kind" AS ENUM ('opened', 'campaign');

ALTER TABLE "user" ADD COLUMN "woken" BOOLEAN NOT NULL DEFAULT true;

CREATE TABLE "alert" (
    "incident_id" UUID NOT NULL,
    "kind" "alert_kind" NOT NULL,
    "person" TEXT NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("incident_id","kind","person")
);
ALTER TABLE "alert" ADD CONSTRAINT "alert_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert" ADD CONSTRAINT "alert_one_end" CHECK ("sent_at" IS NULL OR "given_up_at" IS NULL);
ALTER TABLE "alert" ADD CONSTRAINT "alert_sent_was_tried" CHECK ("sent_at" IS NULL OR "tries" > 0);

-- How many mails a person got lately.
CREATE INDEX "alert_person_sent_at_idx" ON "alert"("person", "sent_at");
-- What is due: asked every second, and hardly ever anything.
CREATE INDEX "alert_waits_idx" ON "alert" ("due_at") WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;
