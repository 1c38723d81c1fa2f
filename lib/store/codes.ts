// How are "not stated" and "all of them" written in a tally row? As 0 and -1; neither leaves this folder.
import { type Channel, channels } from "../report";

/** Carrier or region not stated. */
export const NOT_STATED = 0;
/** Every value: the mark of a total row. */
export const ALL = -1;

/** A channel's number in tallies and claims: its place in the vocabulary, from 1. */
export function codeOf(channel: Channel): number {
	return channels.indexOf(channel) + 1;
}

/** The channel of a number; throws on one that no channel has. */
export function channelOf(code: number): Channel {
	const channel = channels[code - 1];
	if (!channel) throw new Error(`no channel has the number ${code}`);
	return channel;
}

export function statedOrNull(id: number): number | null {
	return id === NOT_STATED ? null : id;
}
