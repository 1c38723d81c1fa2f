// npm run demo                a believable day and the story of November 2022, so that a newcomer sees a living dashboard
// npm run demo -- --clear     takes it out again
import { runOnDatabase } from "./command.mjs";

await runOnDatabase("demo", process.argv.slice(2));
