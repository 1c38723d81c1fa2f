// Prisma over the process's one pool, for what is relational: accounts and sign-in.
import type { PrismaClient } from "./generated/client";

export type Accounts = PrismaClient;
