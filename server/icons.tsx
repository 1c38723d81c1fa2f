// The icon of the installed site as PNG, for systems that draw no SVG: the same drawing on its own ground to the very edge,
// so that whatever shape a system cuts it to has no empty corner.
import { ImageResponse } from "next/og.js";

export const iconSizes = [180, 192, 512] as const;

export async function drawIcon(svg: string, size: number): Promise<Buffer> {
	const ground = /<rect width="32" height="32"[^>]*fill="(#[0-9a-f]{6})"/.exec(svg)?.[1] ?? "#000000";
	const sized = svg.replace("<svg ", `<svg width="${size}" height="${size}" `);
	const drawing = (
		<div style={{ display: "flex", width: "100%", height: "100%", background: ground }}>
			<img src={`data:image/svg+xml;base64,${btoa(sized)}`} width={size} height={size} alt="" />
		</div>
	);
	const image = new ImageResponse(drawing, { width: size, height: size });
	return Buffer.from(await image.arrayBuffer());
}
