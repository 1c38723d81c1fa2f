/** Why a deed was not done. */
export function DeskProblem({ problem }: { problem: string | null }) {
	if (problem === null) return null;
	return (
		<p role="alert" className="tone-failing max-w-measure border-t-2 border-tone bg-wash p-4">
			{problem}
		</p>
	);
}
