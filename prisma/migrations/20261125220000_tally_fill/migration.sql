-- A step's rows are written over for five minutes and then never again: a tenth of a page is room enough (decision 056).
ALTER TABLE "tally" SET (fillfactor = 90);
