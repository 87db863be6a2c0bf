import type { VNode } from "preact";
import { parseRoomCode } from "#shared/protocol/room-code.ts";
import { placeOf, type Surface } from "#shared/protocol/surfaces.ts";
import { currentLanguage } from "./i18n/language.ts";
import { loadInside } from "./i18n/words.ts";
import { NotFound } from "./ui/not-found.tsx";

/** Loads the surface of an address: each is a chunk of its own, so that joining loads nothing of playing. */
export async function routeOf(path: string): Promise<VNode> {
	const place = placeOf(path);
	return place === undefined ? <NotFound /> : PAGES[place.surface](place.detail);
}

/** By what stands behind the first part of the address. */
const PAGES: Readonly<Record<Surface, (detail: string) => VNode | Promise<VNode>>> = {
	"": joinPage,
	play: (detail) => ofClass(detail, playPage) ?? joinPage(),
	project: (detail) => ofClass(detail, projectorPage) ?? <NotFound />,
	teach: (detail) => (detail === "" ? teachPage() : (ofClass(detail, deskPage) ?? <NotFound />)),
	rounds: (detail) => (detail === "" ? roundsPage() : roundPage(detail)),
	guide: guidePage,
	homework: (detail) => ofClass(detail, homeworkPage) ?? <NotFound />,
	practice: practicePage,
	lab: labPage,
};

/** undefined where `detail` is no room code. */
function ofClass(detail: string, page: (code: string) => Promise<VNode>): Promise<VNode> | undefined {
	const code = parseRoomCode(detail);
	return code === undefined ? undefined : page(code);
}

async function joinPage(): Promise<VNode> {
	const { JoinPage } = await import("./join/join-page.tsx");
	return <JoinPage />;
}

async function playPage(code: string): Promise<VNode> {
	const { PlayPage } = await inside(() => import("./play/play-page.tsx"));
	return <PlayPage key={code} code={code} />;
}

async function projectorPage(code: string): Promise<VNode> {
	const { ProjectorPage } = await inside(() => import("./projector/projector-page.tsx"));
	return <ProjectorPage key={code} code={code} />;
}

async function teachPage(): Promise<VNode> {
	const { TeachPage } = await inside(() => import("./teach/teach-page.tsx"));
	return <TeachPage />;
}

async function deskPage(code: string): Promise<VNode> {
	const { DeskPage } = await inside(() => import("./teach/desk-page.tsx"));
	return <DeskPage key={code} code={code} />;
}

async function practicePage(): Promise<VNode> {
	const { PracticePage } = await inside(() => import("./practice/practice-page.tsx"));
	return <PracticePage />;
}

async function guidePage(id: string): Promise<VNode> {
	const [{ GuidePage }, { lessonOf }] = await Promise.all([
		inside(() => import("./guide/guide-page.tsx")),
		import("#shared/lessons/table.ts"),
	]);
	const lesson = lessonOf(id);
	return lesson === undefined ? <NotFound /> : <GuidePage key={id} lesson={lesson} />;
}

async function homeworkPage(code: string): Promise<VNode> {
	const { HomeworkPage } = await inside(() => import("./homework/homework-page.tsx"));
	return <HomeworkPage key={code} code={code} />;
}

async function labPage(): Promise<VNode> {
	const { LabPage } = await inside(() => import("./lab/lab-page.tsx"));
	return <LabPage />;
}

async function roundsPage(): Promise<VNode> {
	const { RoundsPage } = await inside(() => import("./rounds/rounds-page.tsx"));
	return <RoundsPage />;
}

async function roundPage(id: string): Promise<VNode> {
	const { RoundPage } = await inside(() => import("./rounds/round-page.tsx"));
	return <RoundPage key={id} id={id} />;
}

/** Loads a page with the words that it shows. */
async function inside<Page>(load: () => Promise<Page>): Promise<Page> {
	const [page] = await Promise.all([load(), loadInside(currentLanguage())]);
	return page;
}
