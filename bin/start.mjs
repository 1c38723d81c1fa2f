// `npm start`: from a fresh clone to a running Undelivered. Only what any Node understands stands in this file, so that
// an old one gets a sentence instead of a syntax error; the rest is bin/launch.mjs.
const [major, minor] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 9)) {
	console.error(`Undelivered needs Node 20.9 or newer, this is ${process.versions.node}. Get one from https://nodejs.org and start again.`);
	process.exit(1);
}

const { launch } = await import("./launch.mjs");
await launch({ dev: process.argv.includes("--dev") });
