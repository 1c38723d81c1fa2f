/** To a moderator whom we cannot tell from a stranger. */
export function SessionNotRead() {
	return (
		<p className="tone-unknown max-w-measure border-t-2 border-tone bg-wash p-4">
			We could not read your session just now. That is our trouble, and nothing is lost: load this page again in a moment.
		</p>
	);
}

/** In place of what could not be read: said as such, never as a zero. */
export function NotRead({ what }: { what: string }) {
	return (
		<p className="tone-unknown max-w-measure border-t-2 border-tone bg-wash p-4">
			{what} could not be read just now. That is our trouble, and it is not a zero. We try again.
		</p>
	);
}
