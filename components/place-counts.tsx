// Networks or countries with what was told of each: name, failed of answered, the share in ink.
import type { PlaceCount } from "@/lib/publish-places";
import { figure } from "@/lib/words";
import { ShareBar } from "./share-bar";

/** `mostly`: what most of it was, in words; empty where nothing was. */
export type NamedCount = PlaceCount & { href: string; name: string; mostly?: string };

export function PlaceCounts({ head, counts }: { head: string; counts: readonly NamedCount[] }) {
	const tellsMost = counts.some(({ mostly }) => mostly);
	return (
		<table className="ruled">
			<thead>
				<tr>
					<th scope="col">{head}</th>
					<th scope="col" className="figure">
						Failed
					</th>
					<th scope="col" className="w-[34%] ps-4">
						Share that failed
					</th>
					{tellsMost && (
						<th scope="col" className="w-[28%] ps-4 max-wide:hidden">
							Mostly
						</th>
					)}
				</tr>
			</thead>
			<tbody className="[--excess:var(--seen)] [&_:is(td,th)]:!align-middle">
				{counts.map(({ href, name, mostly, ...count }) => (
					<tr key={href}>
						<th scope="row">
							<a href={href} className="link-ink inline-flex min-h-6 items-center">
								{name}
							</a>
							{mostly && <small className="block text-xs font-[400] text-ink-2 wide:hidden">mostly {mostly}</small>}
						</th>
						<CountCells {...count} />
						{tellsMost && <td className="ps-4 text-s max-wide:hidden">{mostly}</td>}
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Failed of answered, and the share in ink: the last two cells of a row. */
export function CountCells({ failed, answered, withheld }: Pick<PlaceCount, "failed" | "answered" | "withheld">) {
	return (
		<>
			<td className="figure max-wide:!whitespace-normal">
				{figure(failed)} of {figure(answered)}
				{withheld && <small className="block text-xs text-ink-2">and perhaps a few more</small>}
			</td>
			<td className="ps-4 !align-middle">
				<ShareBar share={failed / answered} />
			</td>
		</>
	);
}
