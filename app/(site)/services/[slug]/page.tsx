import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { foundAs } from "@/app/_http/found";
import { chartMatterOf } from "@/components/chart-matter";
import { NoSuchService } from "@/components/no-such-service";
import { ServiceFace } from "@/components/service-face";
import { house } from "@/lib/house";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const service = house().catalog.findService(await wordOf(params));
	if (!service) return { title: "A service we don’t know" };
	const status = await house().readings.status(service);
	return foundAs({
		path: `/services/${service.slug}`,
		title: `${service.name} verification codes: are they arriving?`,
		description: `Is your code from ${service.name} not coming? ${status.sentence}`,
		picture: `/services/${service.slug}/picture.png`,
	});
}

export default async function ServicePage({ params }: Props) {
	const word = await wordOf(params);
	const { catalog, readings } = house();
	const service = catalog.findService(word);
	if (!service) {
		const meant = catalog.meantService(word);
		if (meant) permanentRedirect(`/services/${meant.slug}`);
		return <NoSuchService word={word} />;
	}
	const [{ timeline, ...reading }, flows] = await Promise.all([readings.service(service), readings.flowsOfService(service)]);
	return <ServiceFace initial={{ ...reading, matter: timeline && chartMatterOf(timeline), flows }} />;
}

/** The word of the address, decoded if that can be: Next hands it over as it came, or decoded already. */
async function wordOf(params: Props["params"]): Promise<string> {
	const { slug } = await params;
	try {
		return decodeURIComponent(slug);
	} catch {
		return slug;
	}
}
