-- Every reading asks which services speak of a demo, and there hardly ever is one.
CREATE INDEX "report_demo" ON "report" ("service_id", "id") WHERE "demo";
