// `npm run doctor`: what is wrong with this installation, in sentences that say what to do. Changes nothing. Only what
// any Node understands stands in this file, as in bin/start.mjs.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 9)) {
	console.error(`Undelivered needs Node 20.9 or newer, this is ${process.versions.node}. Get one from https://nodejs.org.`);
	process.exit(1);
}

const { examine } = await import("./examine.mjs");
process.exitCode = await examine();
