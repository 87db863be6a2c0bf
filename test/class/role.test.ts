import { expect, test } from "vitest";
import { dealRoles, type PlayedRole } from "#shared/class/role.ts";

const SEATS = [0, 1, 2, 3, 4];

/** So many lessons of a team of `count`; who was scheduler in each. */
function schedulersOf(count: number, lessons: number): string[] {
	const roles = new Map<string, PlayedRole[]>();
	return Array.from({ length: lessons }, (_, lesson) => {
		const team = Array.from({ length: count }, (__, index) => ({
			id: `s${index}`,
			roles: roles.get(`s${index}`) ?? [],
		}));
		const places = dealRoles(team, SEATS);
		for (const [id, seat] of places) roles.set(id, [...(roles.get(id) ?? []), { lesson, seat }]);
		return [...places].find(([, seat]) => seat === 0)?.[0] ?? "nobody";
	});
}

test("whoever was scheduler is not again before the others were", () => {
	for (const count of [2, 3, 4, 5]) {
		const schedulers = schedulersOf(count, 2 * count);
		const everybody = Array.from({ length: count }, (_, index) => `s${index}`);
		expect(schedulers.slice(0, count).toSorted(), `${count}`).toEqual(everybody);
		expect(schedulers.slice(count), `${count}`).toEqual(schedulers.slice(0, count));
	}
});

test("who comes late is scheduler before those who were, and who was away is not forgotten", () => {
	const was = [{ lesson: 0, seat: 0 }];
	const core = [{ lesson: 0, seat: 1 }];
	const places = dealRoles(
		[
			{ id: "was", roles: was },
			{ id: "core", roles: core },
			{ id: "late", roles: [] },
		],
		SEATS,
	);
	expect(places.get("core")).toBe(0);
	const next = dealRoles(
		[
			{ id: "was", roles: was },
			{ id: "core", roles: [...core, { lesson: 1, seat: 0 }] },
			{ id: "late", roles: [{ lesson: 1, seat: 2 }] },
		],
		SEATS,
	);
	expect(next.get("late")).toBe(0);
});

test("who is alone begins as a core, and then alternates", () => {
	expect(schedulersOf(1, 4)).toEqual(["nobody", "s0", "nobody", "s0"]);
});

test("cores move on from lesson to lesson", () => {
	const team = (roles: PlayedRole[]) => [
		{ id: "a", roles: [...roles, { lesson: 9, seat: 0 }] },
		{ id: "b", roles },
		{ id: "c", roles },
		{ id: "d", roles },
	];
	expect(dealRoles(team([]), SEATS).get("c")).not.toBe(
		dealRoles(team([{ lesson: 0, seat: 1 }]), SEATS).get("c"),
	);
});

test("where the scheduler is a bot everybody is a core, and whoever finds no seat has none", () => {
	const team = ["a", "b", "c"].map((id) => ({ id, roles: [] }));
	expect([...dealRoles(team, [1, 2])]).toEqual([
		["a", 1],
		["b", 2],
	]);
});
