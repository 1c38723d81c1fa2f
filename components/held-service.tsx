"use client";
// Interaction: a refusal stands beside the service it is about, with what was typed. Without scripts the same form posts.
import { useActionState } from "react";
import type { Category } from "@/lib/catalog/catalog";
import type { Channel } from "@/lib/report";
import { channelWords, people } from "@/lib/words";

export type ListingAnswer = { problem: string | null; typed: Partial<Record<"name" | "slug" | "aliases" | "reason", string>> };
export type ListingAction = (before: ListingAnswer, form: FormData) => Promise<ListingAnswer>;

type Held = { id: number; domain: string; reporters: number; firstAt: Date | null; lastAt: Date | null };
type Choices = { categories: readonly Category[]; channels: readonly Channel[]; reasonLengthMax: number };

export function HeldService({ held, choices, action }: { held: Held; choices: Choices; action: ListingAction }) {
	const [{ problem, typed }, post, isPending] = useActionState(action, { problem: null, typed: {} });
	return (
		<li className="grid gap-3 border-t border-rule pt-4">
			<h2 className="text-l">{held.domain}</h2>
			<p className="text-ink-2">
				{people(held.reporters)}
				{held.firstAt && held.lastAt && `, first ${timeOf(held.firstAt)}, last ${timeOf(held.lastAt)}`}
			</p>
			{problem && (
				<p role="alert" className="tone-failing border-t-2 border-tone bg-wash p-4">
					{problem}
				</p>
			)}
			<form key={JSON.stringify(typed)} action={post} className="grid max-w-measure gap-3">
				<input type="hidden" name="id" value={held.id} />
				<Word name="name" label="Name" typed={typed.name ?? held.domain} />
				<Word name="slug" label="Its address here: small letters, digits and dashes" typed={typed.slug ?? slugOf(held.domain)} />
				<Word name="aliases" label="Other names people search for, with commas between" typed={typed.aliases} />
				<label className="grid gap-1">
					<span className="font-strong">Category</span>
					<select name="category" className="field">
						{choices.categories.map((category) => (
							<option key={category}>{category}</option>
						))}
					</select>
				</label>
				<fieldset className="flex flex-wrap gap-3">
					<legend className="font-strong">It sends codes by</legend>
					{choices.channels.map((channel) => (
						<label key={channel}>
							<input type="checkbox" name="channels" value={channel} defaultChecked={channel === "sms" || channel === "email"} />{" "}
							{channelWords[channel].name}
						</label>
					))}
				</fieldset>
				<button type="submit" name="deed" value="list-service" disabled={isPending} className="button button-main justify-self-start">
					List it
				</button>
				<Word name="reason" label="Or decline it: why" typed={typed.reason} max={choices.reasonLengthMax} />
				<button type="submit" name="deed" value="decline-service" disabled={isPending} className="button justify-self-start">
					Decline
				</button>
			</form>
		</li>
	);
}

function Word({ name, label, typed, max = 300 }: { name: string; label: string; typed: string | undefined; max?: number }) {
	return (
		<label className="grid gap-1">
			<span className="font-strong">{label}</span>
			<input name={name} defaultValue={typed} maxLength={max} autoComplete="off" className="field" />
		</label>
	);
}

function slugOf(domain: string): string {
	return domain.split(".").slice(0, -1).join("-");
}

function timeOf(at: Date): string {
	return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
