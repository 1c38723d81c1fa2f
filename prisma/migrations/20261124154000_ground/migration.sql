-- Since when the reports are whole: whoever keeps them longer later on does not get back what was dropped.
CREATE TABLE "ground" (
    "id" INTEGER NOT NULL,
    "whole_since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ground_pkey" PRIMARY KEY ("id")
);
