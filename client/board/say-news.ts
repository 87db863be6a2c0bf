import { unreachable } from "#shared/lib/unreachable.ts";
import { list } from "../i18n/base/format.ts";
import { scenarioName } from "../i18n/scenario-name.ts";
import { machineWords as t } from "../i18n/words.ts";
import type { ChipNews } from "../present/chip-news.ts";

/** The sentence for a piece of news. */
export function sayNews(news: ChipNews): string {
	switch (news.type) {
		case "crashed":
			return t.news.crashed(scenarioName(news.process, t.names), news.tasks);
		case "restarted":
			return t.news.restarted(scenarioName(news.process, t.names));
		case "late":
			return t.news.late(news.count);
		case "updatesLost":
			return t.news.updatesLost(news.count);
		case "convoy":
			return t.news.convoy(scenarioName(news.lock, t.names), news.waiters);
		case "busFull":
			return t.news.busFull;
		case "overloaded":
			return t.news.overloaded(news.downInS);
		case "stuck":
			return t.news.stuck;
		case "coming":
			return t.news.coming(
				scenarioName(news.name, t.names),
				news.inS,
				list(news.brings.map(({ name, count }) => t.brings(scenarioName(name, t.names), count))),
			);
		default:
			return unreachable(news);
	}
}
