import type { Model } from "./model";
export function calibrated(model: Model): Model {
	return model;
}
