using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Drape.Store.Databases;

/// <summary>Loads SQLite: the system's library where there is one, which is newer than the one that is shipped.</summary>
static class SqliteLibrary
{
    static readonly Lazy<bool> Loaded = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLitePCL.SQLite3Provider_e_sqlite3).Assembly, (name, _, _) =>
            name == "e_sqlite3" && OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libsqlite3.so.0", out nint handle)
            && IsComplete(handle) ? handle : 0);
        SQLitePCL.Batteries_V2.Init();
        return true;
    });

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Load() => _ = Loaded.Value;

    // Words are found by FTS5; RETURNING came with 3.35.
    static bool IsComplete(nint handle)
    {
        const int returning = 3_035_000;
        unsafe
        {
            return NativeLibrary.TryGetExport(handle, "sqlite3_libversion_number", out nint version)
                && ((delegate* unmanaged[Cdecl]<int>)version)() >= returning
                && NativeLibrary.TryGetExport(handle, "sqlite3_compileoption_used", out nint used)
                && Uses((delegate* unmanaged[Cdecl]<byte*, int>)used, "ENABLE_FTS5\0"u8);
        }
    }

    static unsafe bool Uses(delegate* unmanaged[Cdecl]<byte*, int> used, ReadOnlySpan<byte> option)
    {
        fixed (byte* name = option)
        {
            return used(name) != 0;
        }
    }
}
