import { NoSuchService } from "@/components/no-such-service";

export default function ServiceNotFound() {
	return <NoSuchService />;
}
