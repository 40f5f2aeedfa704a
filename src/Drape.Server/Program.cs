using Drape.Server;

return await DrapeServer.RunAsync(args);
