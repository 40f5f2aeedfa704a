using System.Runtime.InteropServices;
using Drape.Native;

namespace Drape.Inference;

/// <summary>
/// The function table of ONNX Runtime's C API. The names in this folder (InferenceSession, SessionOptions, OrtValue,
/// NodeMetadata) and their shapes follow Microsoft.ML.OnnxRuntime, so that the package can take this binding's place.
/// </summary>
static unsafe class OnnxRuntime
{
    // The oldest version of the table that has every entry used here: newer libraries still serve it.
    const uint ApiVersion = 17;
    const int LogErrors = 3;

    static readonly Lazy<Api> Loaded = new(Load);

    /// <summary>Positions in struct OrtApi, which only ever grows at its end.</summary>
    public enum Function
    {
        GetErrorCode = 1,
        GetErrorMessage = 2,
        CreateEnv = 3,
        DisableTelemetryEvents = 6,
        CreateSessionFromArray = 8,
        Run = 9,
        CreateSessionOptions = 10,
        DisableMemPattern = 17,
        SetSessionGraphOptimizationLevel = 23,
        SetIntraOpNumThreads = 24,
        SetInterOpNumThreads = 25,
        SessionGetInputCount = 30,
        SessionGetOutputCount = 31,
        SessionGetInputTypeInfo = 33,
        SessionGetOutputTypeInfo = 34,
        SessionGetInputName = 36,
        SessionGetOutputName = 37,
        CreateTensorWithDataAsOrtValue = 49,
        GetTensorMutableData = 51,
        CastTypeInfoToTensorInfo = 55,
        GetTensorElementType = 60,
        GetDimensionsCount = 61,
        GetDimensions = 62,
        GetTensorTypeAndShape = 65,
        CreateCpuMemoryInfo = 69,
        AllocatorFree = 76,
        GetAllocatorWithDefaultOptions = 78,
        ReleaseStatus = 93,
        ReleaseSession = 95,
        ReleaseValue = 96,
        ReleaseTypeInfo = 98,
        ReleaseTensorTypeAndShapeInfo = 99,
        ReleaseSessionOptions = 100,
        AddSessionConfigEntry = 130,
        CreateAndRegisterAllocator = 144,
    }

    /// <summary>The library's version, such as 1.30.0.</summary>
    /// <exception cref="NativeRuntimeException">The library is missing or unusable.</exception>
    public static string Version => Loaded.Value.Version;

    public static nint Environment => Loaded.Value.Environment;

    public static nint CpuMemory => Loaded.Value.CpuMemory;

    public static nint Allocator => Loaded.Value.Allocator;

    public static void* Of(Function function) => Loaded.Value.Table[(int)function];

    /// <summary>Throws what a call reported, if it reported anything.</summary>
    public static void Check(nint status) => Check(Loaded.Value.Table, status);

    public static void Release(Function release, nint instance)
    {
        if (instance != 0)
        {
            ((delegate* unmanaged<nint, void>)Of(release))(instance);
        }
    }

    static void Check(void** table, nint status)
    {
        if (status == 0)
        {
            return;
        }

        int code = ((delegate* unmanaged<nint, int>)table[(int)Function.GetErrorCode])(status);
        string? message = Marshal.PtrToStringUTF8(
            (nint)((delegate* unmanaged<nint, byte*>)table[(int)Function.GetErrorMessage])(status));
        ((delegate* unmanaged<nint, void>)table[(int)Function.ReleaseStatus])(status);
        throw new OnnxRuntimeException(code, message ?? "no message");
    }

    static Api Load()
    {
        nint library = NativeRuntime.Load("libonnxruntime");
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out nint entry))
        {
            throw new NativeRuntimeException(
                $"The library at {NativeRuntime.PathOf("libonnxruntime")} is not ONNX Runtime. {NativeRuntime.Remedy}");
        }

        // struct OrtApiBase { const OrtApi* (*GetApi)(uint32_t); const char* (*GetVersionString)(); }
        void** start = ((delegate* unmanaged<void**>)entry)();
        string version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)start[1])()) ?? "";
        void** table = ((delegate* unmanaged<uint, void**>)start[0])(ApiVersion);
        if (table == null)
        {
            throw new NativeRuntimeException($"ONNX Runtime {version} is too old: Drape needs 1.17 or newer.");
        }

        nint environment, memory, allocator;
        fixed (byte* id = "drape\0"u8)
        {
            Check(table, ((delegate* unmanaged<int, byte*, nint*, nint>)table[(int)Function.CreateEnv])(
                LogErrors, id, &environment));
        }

        Check(table, ((delegate* unmanaged<nint, nint>)table[(int)Function.DisableTelemetryEvents])(environment));
        Check(table, ((delegate* unmanaged<int, int, nint*, nint>)table[(int)Function.CreateCpuMemoryInfo])(
            1, 0, &memory)); // OrtArenaAllocator, OrtMemTypeDefault
        // One arena for all networks, with its usual growth: a photo asks them one after the other.
        Check(table, ((delegate* unmanaged<nint, nint, nint, nint>)table[(int)Function.CreateAndRegisterAllocator])(
            environment, memory, 0));
        Check(table, ((delegate* unmanaged<nint*, nint>)table[(int)Function.GetAllocatorWithDefaultOptions])(
            &allocator));
        return new Api(version, table, environment, memory, allocator);
    }

    sealed class Api(string version, void** table, nint environment, nint cpuMemory, nint allocator)
    {
        public string Version { get; } = version;

        public void** Table { get; } = table;

        public nint Environment { get; } = environment;

        public nint CpuMemory { get; } = cpuMemory;

        public nint Allocator { get; } = allocator;
    }
}
