using Drape.Inference;

namespace Drape.Tests.Inference;

public sealed class InferenceSessionTests : IDisposable
{
    const int Side = 96; // a size that the reader takes

    readonly ModelCatalog _catalog = ModelCatalog.Open();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public void Inputs_and_outputs_are_described()
    {
        using var session = Reader();

        Assert.Equal([-1, 3], session.InputMetadata["picture"].Dimensions.Take(2));
        Assert.Equal(TensorElementType.Float, session.InputMetadata["picture"].ElementDataType);
        Assert.Contains("type", session.OutputMetadata.Keys);
    }

    [Fact]
    public void A_batch_gives_what_each_of_its_pictures_gives_alone()
    {
        var model = _catalog.Get("reader", ThreadPolicy.ManyPhotos);
        const int size = 3 * Side * Side;
        float[] batch = Noise(3 * size);

        float[] together = model.Run(batch, 3, Side, Side, ["type"])[0];

        int classes = together.Length / 3;
        for (int i = 0; i < 3; i++)
        {
            float[] alone = model.Run(batch.AsMemory(i * size, size), 1, Side, Side, ["type"])[0];
            for (int c = 0; c < classes; c++)
            {
                Assert.Equal(alone[c], together[i * classes + c], 0.01f);
            }
        }
    }

    [Fact]
    public void Runs_overlap_on_one_session()
    {
        var model = _catalog.Get("reader", ThreadPolicy.ManyPhotos);
        float[] picture = Noise(3 * Side * Side);
        float[] expected = model.Run(picture, 1, Side, Side, ["type"])[0];

        Parallel.For(0, 16, _ => Assert.Equal(expected, model.Run((float[])picture.Clone(), 1, Side, Side, ["type"])[0]));
    }

    [Fact]
    public void An_input_of_the_wrong_shape_is_refused_and_the_session_lives_on()
    {
        using var session = Reader();
        float[] output = new float[36];
        using var result = OrtValue.CreateTensorValueFromMemory<float>(output, [1, 36]);
        using var wrong = OrtValue.CreateTensorValueFromMemory<float>(new float[4 * 8 * 9], [1, 4, 8, 9]);

        Assert.Throws<OnnxRuntimeException>(() => session.Run(["picture"], [wrong], ["type"], [result]));
        Assert.Throws<OnnxRuntimeException>(() => session.Run(["image"], [wrong], ["type"], [result]));

        using var right = OrtValue.CreateTensorValueFromMemory<float>(new float[3 * Side * Side], [1, 3, Side, Side]);
        session.Run(["picture"], [right], ["type"], [result]);
        Assert.Contains(output, v => v != 0);
    }

    [Fact]
    public void A_network_is_read_from_bytes_or_refused() =>
        Assert.Throws<OnnxRuntimeException>(() => new InferenceSession("not a network"u8));

    [Fact]
    public void A_tensor_knows_its_values_and_refuses_another_type()
    {
        using var tensor = OrtValue.CreateTensorValueFromMemory<sbyte>(new sbyte[] { -1, 2, 3, 4, 5, 6 }, [2, 3]);

        Assert.Equal([2, 3], tensor.GetTensorShape());
        Assert.Equal(new sbyte[] { -1, 2, 3, 4, 5, 6 }, tensor.GetTensorDataAsSpan<sbyte>().ToArray());
        Assert.Throws<InvalidOperationException>(() => { tensor.GetTensorDataAsSpan<float>(); });
        Assert.Throws<ArgumentException>(() => OrtValue.CreateTensorValueFromMemory<float>(new float[5], [2, 3]));
    }

    [Fact]
    public void A_disposed_session_says_so()
    {
        var session = Reader();
        session.Dispose();
        session.Dispose();

        Assert.Throws<ObjectDisposedException>(() => session.Run([], [], [], []));
    }

    InferenceSession Reader() => new(_catalog.ReadVerified(_catalog.Find("reader")));

    static float[] Noise(int length)
    {
        var random = new Random(5);
        float[] values = new float[length];
        for (int i = 0; i < length; i++)
        {
            values[i] = random.NextSingle() * 2 - 1;
        }

        return values;
    }
}
