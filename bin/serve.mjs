// The bundled server in this very process, with the settings as they are: no set-up, no embedded database. `npm start`
// comes here after those; the development command and the tests start it as a child.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sentenceFor } from "./failure.mjs";
import { root } from "./folders.mjs";
import { onStop } from "./signals.mjs";

/** Opens the server and says where it is. @returns {Promise<{ close(): Promise<void> }>} */
export async function serve() {
	process.chdir(root);
	process.env.NEXT_TELEMETRY_DISABLED = "1";
	const { serve: open } = await import(pathToFileURL(join(root, "build/server.mjs")).href);
	const server = await open();
	console.log(`Undelivered is ready: ${publicUrl()}`);
	return server;
}

function publicUrl() {
	return (process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`).replace(/\/+$/, "");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const serving = serve();
	onStop(async () => (await serving).close());
	await serving.catch((error) => {
		console.error(`\n${sentenceFor(error)}`);
		process.exit(1);
	});
}
