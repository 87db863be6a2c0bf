/** Which of four shades data have where a letter would be too small. Neighbours differ, and so do C and S. */
export function shadeOf(data: number): number {
	return (data + Math.floor(data / 8)) % 4;
}
