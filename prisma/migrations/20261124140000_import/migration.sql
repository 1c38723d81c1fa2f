-- How far the import of a file has come. The salt is forgotten when it is done.
CREATE TABLE "import" (
    "file" BYTEA NOT NULL,
    "salt" BYTEA,
    "line" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("file")
);
