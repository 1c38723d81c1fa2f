/**
 * Says in the page itself that its address names nothing: server/ reads the first mark and answers 404. Next's own
 * notFound() leaves the drawing to scripts once a page is rendered on demand, and without them the page is blank.
 */
export function Missing() {
	return (
		<>
			<meta name="undelivered:status" content="404" />
			<meta name="robots" content="noindex" />
		</>
	);
}
