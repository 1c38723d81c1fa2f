// The phrasebook of every language. Beside the books, so that what speaks one language alone does not carry the others along.
import type { Language } from "./languages";
import type { Phrasebook } from "./phrasebook";
import { ar } from "./phrasebook/ar";
import { de } from "./phrasebook/de";
import { en } from "./phrasebook/en";
import { es } from "./phrasebook/es";
import { fr } from "./phrasebook/fr";
import { hi } from "./phrasebook/hi";
import { id } from "./phrasebook/id";
import { ja } from "./phrasebook/ja";
import { ptBr } from "./phrasebook/pt-br";
import { tr } from "./phrasebook/tr";

export const phrasebooks = { en, es, "pt-BR": ptBr, fr, de, hi, ar, ja, id, tr } as const satisfies Record<Language, Phrasebook>;
