// Unpacks the Chromium that comes with npm into TMPDIR and prints its path. A process of its own, because the package
// takes its folder and whether to bring its own libraries from the environment.
const { default: chromium } = await import("@sparticuz/chromium");
console.log(await chromium.executablePath());
