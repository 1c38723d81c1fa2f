-- What the detector takes for ordinary, as fitted each day (docs/decisions/037): `from_at` is the grid time from which it judges.
CREATE TABLE "baseline_model" (
    "name" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "fitted_at" TIMESTAMPTZ(3) NOT NULL,
    "model" JSON NOT NULL,

    CONSTRAINT "baseline_model_pkey" PRIMARY KEY ("name")
);
CREATE INDEX "baseline_model_from_at_idx" ON "baseline_model"("from_at");

-- What the detector remembers of incidents beside the reports.
ALTER TABLE "tick" ADD COLUMN "memory" JSONB;
