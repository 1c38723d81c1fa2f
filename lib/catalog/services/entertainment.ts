// Whose codes do people wait for: film, music and tickets.
import type { ServiceRow } from "./row";

export const entertainment: readonly ServiceRow[] = [
	["anghami", "Anghami", "anghami.com", ["sms", "email"], ["أنغامي"]],
	["bilibili", "Bilibili", "bilibili.com", ["sms"], ["B站", "哔哩哔哩"]],
	["bookmyshow", "BookMyShow", "bookmyshow.com", ["sms", "email"], []],
	["disney-plus", "Disney+", "disneyplus.com", ["email"], ["Disney Plus", "MyDisney"]],
	["hbo-max", "HBO Max", "hbomax.com", ["email"], []],
	["iqiyi", "iQIYI", "iqiyi.com", ["sms", "email"], ["爱奇艺"]],
	["jiohotstar", "JioHotstar", "hotstar.com", ["sms", "email"], ["Disney+ Hotstar", "Hotstar", "JioCinema"]],
	["kick", "Kick", "kick.com", ["email", "authenticator"], []],
	["netflix", "Netflix", "netflix.com", ["sms", "call", "email"], []],
	["onlyfans", "OnlyFans", "onlyfans.com", ["sms", "email", "authenticator"], []],
	["patreon", "Patreon", "patreon.com", ["sms", "email", "authenticator"], []],
	["sonyliv", "SonyLIV", "sonyliv.com", ["sms"], []],
	["spotify", "Spotify", "spotify.com", ["sms", "email"], []],
	["strava", "Strava", "strava.com", ["email"], []],
	["ticketmaster", "Ticketmaster", "ticketmaster.com", ["sms", "email"], ["Live Nation"]],
	["twitch", "Twitch", "twitch.tv", ["sms", "email", "authenticator"], []],
	["zee5", "ZEE5", "zee5.com", ["sms"], []],
];
