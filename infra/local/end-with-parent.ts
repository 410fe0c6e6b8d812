/** Loaded before the app: when whoever started it is gone, even by SIGKILL, the app does not stay behind. */
process.once('disconnect', () => process.exit(1));
// A listener keeps the channel, and so the process, open: https://nodejs.org/api/process.html#processchannelunref
process.channel?.unref();
