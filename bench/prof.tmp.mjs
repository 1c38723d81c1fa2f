import { spawn, execFileSync } from "node:child_process";
import { openDatabase } from "./load/programs.mjs";
import { temporaryFolder, root } from "../bin/folders.mjs";
import { freePort } from "../bin/postmaster.mjs";
const db = await openDatabase(); const port = await freePort();
const args = process.argv[2]==="prof" ? ["--cpu-prof","--cpu-prof-dir=/tmp/prof"] : [];
const child = spawn(process.execPath, [...args, "bin/serve.mjs"], { cwd: root, env: { PATH: process.env.PATH, HOST:"127.0.0.1", PORT:String(port), PUBLIC_URL:`http://127.0.0.1:${port}`, DATABASE_URL: db.url, DATA_DIR: temporaryFolder("prof"), AUTH_SECRET:"good for nothing but benches", TRUST_PROXY:"1", LOG_LEVEL:"warn", NODE_ENV:"production" }, stdio:["ignore","pipe","inherit"] });
await new Promise(r=>child.stdout.on("data",d=>String(d).includes("is ready")&&r()));
const C=process.env.C??"32", S=process.env.S??"8";
const wrk=()=>execFileSync("wrk",["-t1",`-c${C}`,`-d${S}s`,"--timeout","5s","-s","bench/load/report.lua",`http://127.0.0.1:${port}/api/v1/reports`],{encoding:"utf8",env:{...process.env}}).split("\n").filter(l=>l.includes("RESULT")).join();
const pg=(await import("pg")).default; const c=new pg.Client({connectionString:db.url}); await c.connect();
console.log(wrk()); console.log(wrk());
try { await c.query("SELECT 1 FROM pg_stat_statements"); } catch {}
await c.end();
child.kill("SIGTERM"); await new Promise(r=>child.on("exit",r)); await db.close();
