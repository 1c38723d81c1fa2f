import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { chartMatterOf } from "@/components/chart-matter";
import { ServiceFace } from "@/components/service-face";
import { house } from "@/lib/house";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const service = house().catalog.findService((await params).slug);
	if (!service) return {};
	const status = await house().readings.status(service);
	return { title: `${service.name}: are codes arriving?`, description: status.sentence };
}

export default async function ServicePage({ params }: Props) {
	const slug = decodeURIComponent((await params).slug);
	const { catalog, readings } = house();
	const service = catalog.findService(slug);
	if (!service) {
		const meant = catalog.meantService(slug);
		if (meant) permanentRedirect(`/services/${meant.slug}`);
		notFound();
	}
	const { timeline, ...reading } = await readings.service(service);
	return <ServiceFace initial={{ ...reading, matter: timeline && chartMatterOf(timeline) }} />;
}
