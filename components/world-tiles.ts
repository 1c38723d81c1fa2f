// Where does each country stand on the tile grid? One square each, about where it lies among its neighbours: an island is as
// easy to find and to press as a continent. Laid by hand; a code that is not here stands in the list beside the map alone.

const ROWS = `
   .. .. .. .. .. .. .. .. GL .. .. .. .. .. .. SJ .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
   .. .. .. .. .. .. .. .. .. .. IS FO .. .. NO SE AX FI .. .. RU .. .. .. .. .. .. .. .. .. .. .. ..
   .. CA .. .. .. PM .. .. .. .. IE IM GB .. DK .. .. EE .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
   .. US .. .. .. .. BM .. .. .. GG JE NL DE PL LT LV .. BY .. .. .. .. .. .. .. .. .. .. .. .. .. ..
   MX .. .. CU BS TC .. .. .. .. .. .. BE LU CZ SK UA .. .. .. .. .. .. .. .. .. .. .. .. .. .. .. ..
   GT BZ .. JM HT DO PR VI VG AI .. FR CH LI AT HU RO MD .. .. .. KZ .. .. MN .. .. .. .. .. .. .. ..
   SV HN .. KY .. .. .. KN MF SX PT ES AD MC SI HR RS BG .. .. .. UZ KG .. .. .. KP .. .. .. .. .. ..
   .. NI .. .. .. .. MS AG GP BL GI .. IT SM VA BA XK MK .. GE .. TM TJ .. CN .. KR JP .. .. .. .. ..
   .. CR .. AW CW BQ .. DM MQ .. .. .. .. MT .. ME AL GR TR AM AZ IR AF PK NP BT .. TW .. .. .. .. ..
   .. .. PA .. .. GD VC LC BB .. .. MA DZ TN LY EG .. CY LB SY IQ KW .. IN BD MM MO HK .. .. .. .. ..
   .. .. CO VE .. TT .. .. .. .. EH MR ML NE TD SD ER .. IL PS JO BH QA .. .. TH LA VN PH .. .. .. ..
   .. .. EC .. GY SR GF .. .. CV SN GM BF NG CF SS ET DJ .. .. SA AE OM .. LK .. KH .. .. MP .. UM ..
   .. .. PE BO BR .. .. .. GW GN CI GH TG BJ CM UG KE SO .. .. YE .. .. .. MV MY SG BN PW GU FM MH ..
   .. .. CL PY .. .. .. .. .. SL LR .. ST GQ CG RW TZ .. SC .. .. .. .. .. .. .. ID TL PG SB NR KI ..
   .. .. .. AR UY .. .. .. .. .. .. .. .. GA CD BI MW KM YT .. .. IO .. .. CC CX .. AU .. VU WF TV TK
   .. .. .. FK .. GS .. .. .. .. .. SH .. .. AO ZM MZ .. MG MU .. .. .. .. .. .. .. .. .. NC FJ WS AS
   .. .. .. .. .. .. .. .. .. .. .. .. .. .. NA BW ZW .. RE .. .. .. .. .. .. .. .. .. NF .. TO NU CK
   .. .. .. .. .. .. .. .. .. .. .. .. .. BV .. ZA LS SZ .. .. .. .. TF HM .. .. .. .. .. NZ .. PN PF`;

export type Tile = { code: string; column: number; row: number };

export const tiles: readonly Tile[] = ROWS.trim()
	.split("\n")
	.flatMap((line, row) =>
		line
			.trim()
			.split(" ")
			.map((code, column) => ({ code, column, row })),
	)
	.filter(({ code }) => code !== "..");

export const columns = Math.max(...tiles.map(({ column }) => column)) + 1;
export const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
