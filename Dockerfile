# docker build -t drape . && docker run -p 5080:5080 -v drape:/data drape
ARG DOTNET=10.0
FROM mcr.microsoft.com/dotnet/sdk:${DOTNET} AS build
# npm fetches the native libraries; the base image has none, and its distribution's may be older than README asks for.
COPY --from=node:22-slim /usr/local/bin/node /usr/local/bin/
COPY --from=node:22-slim /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
# What changes seldom comes first, so that a change of the code alone restores nothing again.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY native/package.json native/package-lock.json native/
COPY src/Drape/Drape.csproj src/Drape/Native.targets src/Drape/
COPY src/Drape.Drawing/Drape.Drawing.csproj src/Drape.Drawing/
COPY src/Drape.Store/Drape.Store.csproj src/Drape.Store/
COPY src/Drape.Server/Drape.Server.csproj src/Drape.Server/
COPY src/Drape.Cli/Drape.Cli.csproj src/Drape.Cli/
RUN dotnet restore src/Drape.Cli/Drape.Cli.csproj
COPY src src
COPY models models
COPY samples/*.jpg samples/
RUN dotnet publish src/Drape.Cli/Drape.Cli.csproj -c Release --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET}
COPY --from=build /app /app
# The base image brings this user, who may not write anywhere but to /data.
RUN mkdir /data && chown "$APP_UID" /data
USER $APP_UID
ENV DRAPE_HOME=/data \
    MALLOC_ARENA_MAX=2
VOLUME /data
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["dotnet", "/app/Drape.Cli.dll", "doctor", "--live", "http://127.0.0.1:5080"]
ENTRYPOINT ["dotnet", "/app/Drape.Cli.dll"]
CMD ["serve", "--urls", "http://0.0.0.0:5080"]
