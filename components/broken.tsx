// What the server answers when a page could not be made. Static, self-contained, useful without scripts.
type BrokenPageProps = { nonce: string };

export function BrokenPage({ nonce }: BrokenPageProps) {
	return (
		<html lang="en">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="robots" content="noindex" />
				<link rel="icon" href="data:," />
				<title>Something broke on our side · Undelivered</title>
				<style nonce={nonce} dangerouslySetInnerHTML={{ __html: css }} />
			</head>
			<body>
				<main>
					<p>
						<b>Undelivered</b>
					</p>
					<h1>Something broke on our side.</h1>
					<p>It is not you, and it says nothing about the service you came for. What you sent before is safe.</p>
					<p>
						Try this page again in a moment, or go to the <a href="/">overview</a>. Until then: if you are still signed in, don’t sign out,
						and don’t keep asking for new codes.
					</p>
				</main>
			</body>
		</html>
	);
}

const css = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#f4f6f3, #101716); color: light-dark(#13211e, #e9eeeb); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 3rem 1.5rem; }
h1 { font-size: 1.6875rem; line-height: 1.2; }
a { color: light-dark(#1c46a0, #a3bdff); }
`;
