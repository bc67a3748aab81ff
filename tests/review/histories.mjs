// Reads histories from standard input, [[[day, isRecalled], ...], ...], and prints what memory.js says after each review.
import { dueDay, recallProbability, memoryAfterReview } from "../../docs/assets/review/memory.js";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const histories = JSON.parse(Buffer.concat(chunks).toString());

const results = histories.map((/** @type {[number, boolean][]} */ history) => {
  /** @type {import("../../docs/assets/review/memory.js").Memory | undefined} */
  let memory;
  return history.map(([day, isRecalled]) => {
    memory = memoryAfterReview(memory, day, isRecalled);
    return [dueDay(memory), memory.stability, memory.difficulty, recallProbability(memory, day + 10)];
  });
});
process.stdout.write(JSON.stringify(results));
