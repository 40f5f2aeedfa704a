using System.Runtime.InteropServices;
using System.Text;
using static Drape.Inference.OnnxRuntime;

namespace Drape.Inference;

/// <summary>A network ready to run. Thread-safe: runs may overlap.</summary>
public sealed unsafe class InferenceSession : IDisposable
{
    const int AllOptimizations = 99;

    readonly Session _session;

    /// <summary>Loads a network from an ONNX file's bytes; the bytes are not kept.</summary>
    /// <exception cref="OnnxRuntimeException">The bytes are no network that ONNX Runtime can run.</exception>
    public InferenceSession(ReadOnlySpan<byte> model, SessionOptions? options = null)
    {
        _session = new Session(Create(model, options ?? new SessionOptions()));
        InputMetadata = Describe(
            Function.SessionGetInputCount, Function.SessionGetInputName, Function.SessionGetInputTypeInfo);
        OutputMetadata = Describe(
            Function.SessionGetOutputCount, Function.SessionGetOutputName, Function.SessionGetOutputTypeInfo);
    }

    /// <summary>The version of the native library.</summary>
    public static string RuntimeVersion => OnnxRuntime.Version;

    /// <summary>What each input looks like, by name.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata { get; }

    /// <summary>What each output looks like, by name.</summary>
    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata { get; }

    /// <summary>Runs the network and writes its outputs into tensors that the caller made.</summary>
    /// <param name="inputNames">Names of the inputs.</param>
    /// <param name="inputs">Their tensors, in the same order.</param>
    /// <param name="outputNames">Names of the wanted outputs.</param>
    /// <param name="outputs">Tensors of the right shape to write them to, in the same order.</param>
    /// <exception cref="ObjectDisposedException">The network was released.</exception>
    public void Run(IReadOnlyList<string> inputNames, IReadOnlyList<OrtValue> inputs,
        IReadOnlyList<string> outputNames, IReadOnlyList<OrtValue> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputNames);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputNames);
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inputs.Count, inputNames.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outputs.Count, outputNames.Count);

        int ins = inputs.Count, outs = outputs.Count;
        nint* inNames = stackalloc nint[ins], inValues = stackalloc nint[ins];
        nint* outNames = stackalloc nint[outs], outValues = stackalloc nint[outs];
        new Span<nint>(inNames, ins).Clear();
        new Span<nint>(outNames, outs).Clear();
        bool held = false;
        try
        {
            _session.DangerousAddRef(ref held); // whoever disposes meanwhile waits for this run
            Fill(inputNames, inputs, inNames, inValues);
            Fill(outputNames, outputs, outNames, outValues);
            Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)Of(Function.Run))(
                _session.DangerousGetHandle(), 0, inNames, inValues, (nuint)ins, outNames, (nuint)outs, outValues));
        }
        finally
        {
            Free(inNames, ins);
            Free(outNames, outs);
            if (held)
            {
                _session.DangerousRelease();
            }
        }

        GC.KeepAlive(inputs);
        GC.KeepAlive(outputs);
    }

    static void Fill(IReadOnlyList<string> names, IReadOnlyList<OrtValue> values, nint* cNames, nint* cValues)
    {
        for (int i = 0; i < names.Count; i++)
        {
            cNames[i] = Marshal.StringToCoTaskMemUTF8(names[i]);
            cValues[i] = values[i].Handle;
        }
    }

    static void Free(nint* names, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Marshal.FreeCoTaskMem(names[i]);
        }
    }

    static nint Create(ReadOnlySpan<byte> model, SessionOptions options)
    {
        nint native;
        Check(((delegate* unmanaged<nint*, nint>)Of(Function.CreateSessionOptions))(&native));
        try
        {
            Set(native, Function.SetIntraOpNumThreads, options.IntraOpNumThreads);
            Set(native, Function.SetInterOpNumThreads, 1);
            Set(native, Function.SetSessionGraphOptimizationLevel, AllOptimizations);
            // Without any arena every run would take its memory from the system anew, a fault a page, a third of its time. With one
            // each, every network would keep what its largest batch ever took.
            Configure(native, "session.use_env_allocators", "1");
            Check(((delegate* unmanaged<nint, nint>)Of(Function.DisableMemPattern))(native));
            // A waiting thread that spins takes the core that decodes the next photo.
            Configure(native, "session.intra_op.allow_spinning", "0");
            nint session;
            fixed (byte* bytes = model)
            {
                Check(((delegate* unmanaged<nint, void*, nuint, nint, nint*, nint>)Of(Function.CreateSessionFromArray))(
                    OnnxRuntime.Environment, bytes, (nuint)model.Length, native, &session));
            }

            return session;
        }
        finally
        {
            Release(Function.ReleaseSessionOptions, native);
        }
    }

    static void Set(nint options, Function function, int value) =>
        Check(((delegate* unmanaged<nint, int, nint>)Of(function))(options, value));

    static void Configure(nint options, string key, string value)
    {
        fixed (byte* k = Encoding.UTF8.GetBytes(key + "\0"), v = Encoding.UTF8.GetBytes(value + "\0"))
        {
            Check(((delegate* unmanaged<nint, byte*, byte*, nint>)Of(Function.AddSessionConfigEntry))(options, k, v));
        }
    }

    Dictionary<string, NodeMetadata> Describe(Function count, Function name, Function type)
    {
        nint session = _session.DangerousGetHandle(); // nobody else has it yet
        nuint nodes;
        Check(((delegate* unmanaged<nint, nuint*, nint>)Of(count))(session, &nodes));
        var described = new Dictionary<string, NodeMetadata>();
        for (nuint i = 0; i < nodes; i++)
        {
            byte* text;
            Check(((delegate* unmanaged<nint, nuint, nint, byte**, nint>)Of(name))(session, i, Allocator, &text));
            string node = Marshal.PtrToStringUTF8((nint)text)!;
            Check(((delegate* unmanaged<nint, void*, nint>)Of(Function.AllocatorFree))(Allocator, text));

            nint info, tensor;
            Check(((delegate* unmanaged<nint, nuint, nint*, nint>)Of(type))(session, i, &info));
            // What comes out is borrowed from the type info and goes with it.
            Check(((delegate* unmanaged<nint, nint*, nint>)Of(Function.CastTypeInfoToTensorInfo))(info, &tensor));
            var (element, shape) = tensor == 0 ? (TensorElementType.Undefined, []) : OrtValue.Describe(tensor);
            Release(Function.ReleaseTypeInfo, info);
            described[node] = new NodeMetadata(element, shape);
        }

        return described;
    }

    /// <summary>Releases the network, once the runs that are under way have ended.</summary>
    public void Dispose() => _session.Dispose();

    /// <summary>The native session, which is released when nobody uses it any more.</summary>
    sealed class Session : SafeHandle
    {
        public Session(nint session)
            : base(0, ownsHandle: true) => SetHandle(session);

        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            Release(Function.ReleaseSession, handle);
            return true;
        }
    }
}
