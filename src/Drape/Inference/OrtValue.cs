using System.Buffers;
using static Drape.Inference.OnnxRuntime;

namespace Drape.Inference;

/// <summary>A tensor over memory of .NET, which stays pinned until the value is disposed: nothing is copied.</summary>
public sealed unsafe class OrtValue : IDisposable
{
    readonly MemoryHandle _pin;

    OrtValue(nint handle, MemoryHandle pin) => (Handle, _pin) = (handle, pin);

    internal nint Handle { get; private set; }

    /// <summary>Makes a tensor of the values in memory.</summary>
    /// <typeparam name="T">float, byte, sbyte, int or long.</typeparam>
    /// <param name="memory">The values, row-major; a network may also write its output here.</param>
    /// <param name="shape">Size along each axis; the product is the number of values.</param>
    public static OrtValue CreateTensorValueFromMemory<T>(Memory<T> memory, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        long count = 1;
        foreach (long size in shape)
        {
            count *= size;
        }

        if (count != memory.Length)
        {
            throw new ArgumentException(
                $"A tensor of [{string.Join(", ", shape.ToArray())}] has {count} values, not {memory.Length}.");
        }

        var pin = memory.Pin();
        nint value;
        fixed (long* dimensions = shape)
        {
            nint status = ((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)
                Of(Function.CreateTensorWithDataAsOrtValue))(CpuMemory, pin.Pointer, (nuint)(memory.Length * sizeof(T)),
                dimensions, (nuint)shape.Length, (int)ElementTypeOf<T>(), &value);
            if (status != 0)
            {
                pin.Dispose();
                Check(status);
            }
        }

        return new OrtValue(value, pin);
    }

    /// <summary>The tensor's values, valid until this value is disposed.</summary>
    public ReadOnlySpan<T> GetTensorDataAsSpan<T>()
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(Handle == 0, this);
        var (type, shape) = Describe();
        if (type != ElementTypeOf<T>())
        {
            throw new InvalidOperationException($"The tensor holds {type}, not {ElementTypeOf<T>()}.");
        }

        long count = 1;
        foreach (long size in shape)
        {
            count *= size;
        }

        void* data;
        Check(((delegate* unmanaged<nint, void**, nint>)Of(Function.GetTensorMutableData))(Handle, &data));
        return new ReadOnlySpan<T>(data, checked((int)count));
    }

    /// <summary>Size along each axis.</summary>
    public IReadOnlyList<long> GetTensorShape() => Describe().Shape;

    (TensorElementType Type, long[] Shape) Describe()
    {
        nint info;
        Check(((delegate* unmanaged<nint, nint*, nint>)Of(Function.GetTensorTypeAndShape))(Handle, &info));
        try
        {
            return Describe(info);
        }
        finally
        {
            Release(Function.ReleaseTensorTypeAndShapeInfo, info);
        }
    }

    internal static (TensorElementType Type, long[] Shape) Describe(nint info)
    {
        int type;
        nuint rank;
        Check(((delegate* unmanaged<nint, int*, nint>)Of(Function.GetTensorElementType))(info, &type));
        Check(((delegate* unmanaged<nint, nuint*, nint>)Of(Function.GetDimensionsCount))(info, &rank));
        long[] shape = new long[(int)rank];
        fixed (long* first = shape)
        {
            Check(((delegate* unmanaged<nint, long*, nuint, nint>)Of(Function.GetDimensions))(info, first, rank));
        }

        return (Enum.IsDefined((TensorElementType)type) ? (TensorElementType)type : TensorElementType.Undefined, shape);
    }

    static TensorElementType ElementTypeOf<T>() =>
        typeof(T) == typeof(float) ? TensorElementType.Float
        : typeof(T) == typeof(byte) ? TensorElementType.UInt8
        : typeof(T) == typeof(sbyte) ? TensorElementType.Int8
        : typeof(T) == typeof(int) ? TensorElementType.Int32
        : typeof(T) == typeof(long) ? TensorElementType.Int64
        : throw new NotSupportedException(
            $"Tensors of {typeof(T).Name} are not supported; use float, byte, sbyte, int or long.");

    /// <summary>Releases the tensor and unpins the memory.</summary>
    public void Dispose()
    {
        if (Handle == 0)
        {
            return;
        }

        Release(Function.ReleaseValue, Handle);
        Handle = 0;
        _pin.Dispose();
    }
}
