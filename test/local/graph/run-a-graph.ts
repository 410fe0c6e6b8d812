import { aGraph } from './a-graph.ts';

const graph = await aGraph({ dataFile: process.argv[2] ?? '' });
console.log(graph.url);
