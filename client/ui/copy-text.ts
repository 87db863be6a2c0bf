/** Puts the text into the clipboard; false where that is not allowed: pages on plain HTTP may not write to it. */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
