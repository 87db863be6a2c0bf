import { expect, test } from "vitest";
import { checkForm, errorAtField } from "../../client/join/check-form.ts";

test("a code may be typed in any case, with hyphen and spaces", () => {
	for (const code of ["K7M-F4W", "k7mf4w", " k7m f4w "]) expect(checkForm(code, "Ada")).toBeUndefined();
});

test("the first thing that is wrong is said at its field", () => {
	expect(checkForm("", "")?.at).toBe("code");
	expect(checkForm("K7M", "Ada")?.text).toContain("six");
	expect(checkForm("K7MF4O", "Ada")?.text).toContain("“O”");
	expect(checkForm("K7MF4W", "  ")?.at).toBe("name");
	expect(checkForm("K7MF4W", "\u200b")?.at).toBe("name");
	expect(checkForm("K7MF4W", "x".repeat(10_000))?.text).toContain("16");
	expect(checkForm("K7MF4W", "🙂🙂")?.at).toBe("name");
});

test("the server's refusals go to the field that must change", () => {
	const at = (code: Parameters<typeof errorAtField>[0]["code"]) => errorAtField({ code, message: "" }).at;
	expect(
		["noSuchClass", "classEnded", "classFull", "classLocked"].map((code) => at(code as "classFull")),
	).toEqual(["code", "code", "code", "code"]);
	expect([at("badName"), at("draining"), at("unreachable")]).toEqual(["name", "form", "form"]);
});
