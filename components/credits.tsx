import { Prose } from "./prose";
import { Section } from "./section";

/** What we build on, and under which terms. */
export function Credits() {
	return (
		<Section title="Credits">
			<Prose>
				<ul>
					<li>
						The guess at your country: <a href="https://db-ip.com">IP Geolocation by DB-IP</a>, CC BY 4.0.
					</li>
					<li>
						Mobile networks: Wikipedia’s list of mobile country and network codes, by way of mcc-mnc-list,{" "}
						<a href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA 4.0</a>. Our list, made from it, is under the same terms.
					</li>
					<li>Countries and regions: codes of ISO 3166; country names by the Unicode CLDR.</li>
					<li>
						Typeface: Atkinson Hyperlegible Next by the Braille Institute, SIL Open Font License 1.1; for Arabic Vazirmatn, under the same
						licence. It was drawn so that 0 and O, 1 and l cannot be mistaken.
					</li>
				</ul>
			</Prose>
		</Section>
	);
}
