// Plain JavaScript, old syntax: it has to run on the Node that is too old.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 17)) {
  console.error(
    'This needs Node 22.17 or later and found ' +
      process.versions.node +
      ': install Node 24 and run the command again.',
  );
  process.exit(1);
}
