-- Charts and statuses read total rows, which lie among all the cells of their time: however many cells a crowd makes, a day is 288 rows.
CREATE INDEX "tally_total" ON "tally" ("service_id", "at", "channel") WHERE "carrier_id" = -1 AND "region_id" = -1;
