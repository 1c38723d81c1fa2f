-- How often each process counted a sealed name in its ten minutes (docs/decisions/040). Lost with the server, and no loss.
CREATE UNLOGGED TABLE "limit_count" (
    "process" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limit_count_pkey" PRIMARY KEY ("process", "name")
);
CREATE INDEX "limit_count_told_at_idx" ON "limit_count"("told_at");
